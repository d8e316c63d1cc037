package io.dingledger.local.packages;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.dingledger.local.Handlers;
import io.dingledger.runtime.FunctionPool;
import io.dingledger.runtime.Invocation;
import java.util.Map;

/**
 * The functions as processes of their packages. An invocation that does not answer throws, as its
 * batch fails on AWS.
 */
public final class PackagedHandlers implements Handlers {
  private static final String INTAKE = "IntakeFunction";

  private final Map<String, FunctionPool> pools;

  /** Over these processes by the logical ids of their functions; closed with this. */
  public PackagedHandlers(Map<String, FunctionPool> pools) {
    this.pools = Map.copyOf(pools);
  }

  @Override
  public RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> intake() {
    return (event, context) -> EventJson.httpAnswer(answered(INTAKE, EventJson.of(event)));
  }

  @Override
  public RequestHandler<SQSEvent, SQSBatchResponse> handler(String function) {
    return (event, context) -> EventJson.batchAnswer(answered(function, EventJson.of(event)));
  }

  /** How many processes were started: more than there are functions when some crashed. */
  public int started() {
    return pools.values().stream().mapToInt(FunctionPool::started).sum();
  }

  @Override
  public void close() {
    pools.values().forEach(FunctionPool::close);
  }

  private String answered(String function, String event) {
    Invocation outcome = pools.get(function).invoke(event);
    if (outcome instanceof Invocation.Answered(String json)) {
      return json;
    }
    throw new IllegalStateException(function + " " + outcome.inWords());
  }
}
