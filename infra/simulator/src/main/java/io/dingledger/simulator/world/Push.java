package io.dingledger.simulator.world;

/**
 * One push of an event.
 *
 * @param instance the approval that it speaks of
 * @param type {@code start} or {@code finish}
 * @param eventId the event's id, the same in each of its pushes
 */
public record Push(Instance instance, String type, String eventId) {}
