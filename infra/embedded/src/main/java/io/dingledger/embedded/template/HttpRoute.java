package io.dingledger.embedded.template;

/**
 * A route of the HTTP API: an {@code HttpApi} event of {@code AWS::Serverless::Function}.
 *
 * @param function the function's logical id
 * @param method the method in capitals, or {@code ANY}
 * @param path the path with its parameters in braces, for example {@code /callback/{key}}
 */
public record HttpRoute(String function, String method, String path) {}
