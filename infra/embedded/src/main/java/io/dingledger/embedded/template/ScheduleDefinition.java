package io.dingledger.embedded.template;

import java.time.Duration;

/**
 * A message that is sent again and again, as {@code AWS::Scheduler::Schedule} describes it.
 *
 * @param logicalId its name inside the template
 * @param every the time between two messages
 * @param queue the logical id of the queue that gets them
 * @param input the message's body
 */
public record ScheduleDefinition(String logicalId, Duration every, String queue, String input) {}
