package io.dingledger.dingtalk.callback;

/** What {@link CallbackRequest#parse} gives. */
public sealed interface ParsedCallback permits CallbackRequest, Refused {}
