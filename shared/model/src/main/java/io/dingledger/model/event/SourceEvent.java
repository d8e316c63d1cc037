package io.dingledger.model.event;

import io.dingledger.model.tenant.Tenant;
import java.time.Instant;

/**
 * A decrypted, normalised push from DingTalk.
 *
 * @param tenant whose event it is, from the verified callback
 * @param eventId DingTalk's identifier of the push, or one derived from its content where an old
 *     push has none; repeats of a push carry the same one
 * @param type DingTalk's {@code EventType}, for example {@code bpms_instance_change}
 * @param occurredAt when it happened (UTC)
 * @param subject what it is about
 * @param data the business fields as pushed, JSON text
 */
public record SourceEvent(
    Tenant tenant,
    String eventId,
    String type,
    Instant occurredAt,
    EventSubject subject,
    String data) {}
