package io.dingledger.dingtalk.callback;

/**
 * The callback is not accepted, at whichever of its three gates: reading the request, opening it,
 * or normalising its content.
 *
 * @param refusal why
 */
public record Refused(CallbackRefusal refusal)
    implements ParsedCallback,
        CallbackCrypto.Opening,
        EventNormaliser.Normalised,
        SuitePushes.Read {}
