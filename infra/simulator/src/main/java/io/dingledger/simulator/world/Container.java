package io.dingledger.simulator.world;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.dingledger.simulator.kernel.LocalClock;

/**
 * A process that serves one batch at a time and keeps what it remembers until it dies.
 *
 * @param clock its machine's own clock
 */
record Container(RequestHandler<SQSEvent, SQSBatchResponse> handler, LocalClock clock) {}
