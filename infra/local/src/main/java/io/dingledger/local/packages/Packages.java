package io.dingledger.local.packages;

import io.dingledger.embedded.LocalClients;
import io.dingledger.embedded.template.FunctionDefinition;
import io.dingledger.local.Ground;
import io.dingledger.local.Handlers;
import io.dingledger.runtime.FunctionPackage;
import io.dingledger.runtime.FunctionPackage.Kind;
import io.dingledger.runtime.FunctionPool;
import io.dingledger.runtime.PackageUnusable;
import io.dingledger.runtime.PackagedFunction;
import io.dingledger.runtime.Surroundings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The packages of all functions of the template, of one kind, and how they are started here. */
public final class Packages {
  private static final String ARN = "Arn";

  private static final Duration LEAST_TIME = Duration.ofMinutes(1);

  /** Ledgers of a sandbox stand on this machine, where a deployment's functions may not call. */
  private static final Map<String, String> OTHERS = Map.of("DINGLEDGER_LEDGER_ADDRESSES", "any");

  private final List<FunctionDefinition> functions;
  private final Map<String, FunctionPackage> zips;
  private final Path lambdaRuntime;

  private Packages(
      List<FunctionDefinition> functions, Map<String, FunctionPackage> zips, Path lambdaRuntime) {
    this.functions = functions;
    this.zips = zips;
    this.lambdaRuntime = lambdaRuntime;
  }

  /**
   * Finds them.
   *
   * @param root the project's folder, with {@code template.yaml}
   * @param wanted the kind that they have to be of, empty for whatever is there
   * @throws PackageUnusable when one is missing, of another kind than wanted or than the first, or
   *     for another processor than this machine's
   */
  public static Packages find(Path root, Optional<Kind> wanted) {
    Path template = root.resolve("template.yaml");
    Map<String, FunctionPackage> zips = new LinkedHashMap<>();
    Optional<Kind> kind = wanted;
    for (FunctionDefinition each : FunctionDefinition.read(template, Map.of())) {
      FunctionPackage zip = FunctionPackage.of(each.logicalId(), root.resolve(each.codeUri()));
      zips.put(each.logicalId(), zip.thatRunsHere(kind));
      kind = Optional.of(zip.kind());
    }
    Map<String, String> parameters =
        Map.of("Packaging", kind.map(Kind::word).orElseThrow(), "Stage", "dev");
    return new Packages(
        FunctionDefinition.read(template, parameters).stream().map(Packages::patient).toList(),
        zips,
        root.resolve(Path.of("infra", "runtime", "target", "lambda-runtime")));
  }

  /** The functions, in the order of the template. */
  public List<FunctionDefinition> functions() {
    return functions;
  }

  /** A function's package. */
  public FunctionPackage zip(String function) {
    return zips.get(function);
  }

  /** The kind that they are of. */
  public Kind kind() {
    return zips.values().iterator().next().kind();
  }

  /** One process of a function. */
  public PackagedFunction start(String function, Surroundings surroundings, Path log) {
    return PackagedFunction.start(named(function), zip(function), surroundings, lambdaRuntime, log);
  }

  /**
   * All functions over the ground of a local system, started and waiting.
   *
   * @param most how many processes of each there may be
   */
  public Handlers over(Ground ground, Path log, int most) {
    return over(onGround(ground), log, most);
  }

  /** The same in other surroundings. */
  public PackagedHandlers over(Surroundings surroundings, Path log, int most) {
    Map<String, FunctionPool> pools = new HashMap<>();
    for (FunctionDefinition each : functions) {
      pools.put(
          each.logicalId(),
          new FunctionPool(each, zip(each.logicalId()), surroundings, lambdaRuntime, log, most));
    }
    try {
      List<FunctionPool> all = List.copyOf(pools.values());
      all.forEach(FunctionPool::begin);
      all.forEach(FunctionPool::awaitStart);
    } catch (PackageUnusable notStarted) {
      pools.values().forEach(FunctionPool::close);
      throw notStarted;
    }
    return new PackagedHandlers(pools);
  }

  /**
   * Surroundings of these services.
   *
   * @param queues the queues' addresses by logical id
   * @param arns the queues' ARNs by logical id
   * @param key what the functions are told of the key
   * @param endpoints as {@link Surroundings#endpoints()}
   */
  static Surroundings surroundings(
      String table,
      Map<String, URI> queues,
      Map<String, String> arns,
      String key,
      Map<String, URI> endpoints) {
    return new Surroundings(
        (logicalId, attribute) ->
            switch (logicalId) {
              case "Table" -> table;
              case "Key" -> key;
              case String queue when queues.containsKey(queue) && attribute.equals(ARN) ->
                  arns.get(queue);
              case String queue when queues.containsKey(queue) -> queues.get(queue).toString();
              // Roles and the like: one machine has none, and the functions take that for it.
              default -> "";
            },
        endpoints,
        LocalClients.REGION.id(),
        OTHERS);
  }

  private static Surroundings onGround(Ground ground) {
    return surroundings(
        ground.table(),
        ground.queues(),
        ground.arns(),
        "file:" + ground.key().toAbsolutePath(),
        Map.of("DYNAMODB", ground.dynamo(), "SQS", ground.sqs()));
  }

  /** This machine may be busy with others: it is not judged by Lambda's times. */
  private static FunctionDefinition patient(FunctionDefinition function) {
    return new FunctionDefinition(
        function.logicalId(),
        function.name(),
        function.codeUri(),
        function.handler(),
        function.runtime(),
        function.memory(),
        function.timeout().compareTo(LEAST_TIME) < 0 ? LEAST_TIME : function.timeout(),
        function.environment());
  }

  private FunctionDefinition named(String function) {
    return functions.stream()
        .collect(Collectors.toMap(FunctionDefinition::logicalId, each -> each))
        .get(function);
  }
}
