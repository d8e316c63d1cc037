package io.dingledger.embedded.template;

import java.time.Duration;

/**
 * A queue that feeds a function: an {@code SQS} event of {@code AWS::Serverless::Function}.
 *
 * @param function the function's logical id
 * @param queue the queue's logical id
 * @param timeout how long one invocation of the function may take
 * @param batchSize at most so many messages in one invocation
 * @param batchingWindow how long a batch may be filled
 * @param reportsFailures whether the function's answer names the messages that failed ({@code
 *     ReportBatchItemFailures}); otherwise a batch succeeds or fails as a whole
 */
public record EventSource(
    String function,
    String queue,
    Duration timeout,
    int batchSize,
    Duration batchingWindow,
    boolean reportsFailures) {}
