package io.dingledger.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

/** The functions of a system, wherever they run: in this process, or packaged in their own. */
public interface Handlers extends AutoCloseable {
  /** The function behind the front door. */
  RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> intake();

  /**
   * The function that the template calls so.
   *
   * @param function its logical id
   */
  RequestHandler<SQSEvent, SQSBatchResponse> handler(String function);

  /** Ends what was started for them. */
  @Override
  default void close() {}
}
