package io.dingledger.runtime;

import io.dingledger.embedded.template.FunctionDefinition;
import io.dingledger.embedded.template.FunctionDefinition.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What surrounds a packaged function: nothing of this process's environment, only what the template
 * gives it, what Lambda itself sets, and where AWS's services stand.
 *
 * @param resources what a resource of the template is here: by its logical id and attribute, the
 *     latter empty for what {@code Ref} gives
 * @param endpoints addresses of services by their names in AWS's settings, for example {@code
 *     DYNAMODB}; those not named are left as they are
 * @param region the region that the services stand in
 * @param others more variables, which take the place of the template's
 */
public record Surroundings(
    BiFunction<String, String, String> resources,
    Map<String, URI> endpoints,
    String region,
    Map<String, String> others) {
  public Surroundings {
    endpoints = Map.copyOf(endpoints);
    others = Map.copyOf(others);
  }

  /**
   * The whole environment of a function's process.
   *
   * @param runtimeApi host and port of the Runtime API
   * @param taskRoot where its package was taken apart
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">the
   *     variables that Lambda sets</a>
   */
  Map<String, String> environment(
      FunctionDefinition function, String runtimeApi, Path taskRoot, Path temporary) {
    Map<String, String> all = new TreeMap<>();
    function.environment().forEach((name, setting) -> all.put(name, value(setting)));
    endpoints.forEach((service, uri) -> all.put("AWS_ENDPOINT_URL_" + service, uri.toString()));
    all.put("_HANDLER", function.handler());
    all.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    all.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    all.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memory()));
    all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    all.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    all.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    all.put("AWS_LAMBDA_LOG_STREAM_NAME", "stand-in");
    all.put("AWS_REGION", region);
    all.put("AWS_DEFAULT_REGION", region);
    all.put("AWS_ACCESS_KEY_ID", "local");
    all.put("AWS_SECRET_ACCESS_KEY", "local");
    all.put("AWS_SESSION_TOKEN", "local");
    all.put("LAMBDA_TASK_ROOT", taskRoot.toString());
    all.put("LAMBDA_RUNTIME_DIR", "/var/runtime");
    all.put("LANG", "en_US.UTF-8");
    all.put("TZ", ":UTC");
    all.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    all.put("TMPDIR", temporary.toString());
    all.putAll(others);
    return all;
  }

  private String value(Setting setting) {
    return switch (setting) {
      case Setting.Text(String text) -> text;
      case Setting.Of(String logicalId, String attribute) -> resources.apply(logicalId, attribute);
    };
  }
}
