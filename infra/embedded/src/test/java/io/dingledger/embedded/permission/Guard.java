package io.dingledger.embedded.permission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.SdkRequest;

/** Decides about every request in this process by the shipped template, and remembers it. */
public final class Guard {
  private static final String TEMPLATE = "dingledger.template";
  private static final Path USUAL = Path.of("..", "..", "template.yaml");
  private static Guard shipped;

  private final Policies policies;
  private final SdkCalls calls;
  private final Set<Verdict> verdicts = ConcurrentHashMap.newKeySet();
  private final AtomicLong evaluated = new AtomicLong();

  /** By these policies. */
  public Guard(Policies policies) {
    this.policies = policies;
    this.calls = new SdkCalls(policies.template());
  }

  /** That of the template which is deployed. */
  public static synchronized Guard shipped() {
    if (shipped == null) {
      shipped =
          new Guard(
              Policies.of(
                  Optional.ofNullable(System.getProperty(TEMPLATE)).map(Path::of).orElse(USUAL)));
    }
    return shipped;
  }

  /** The calls that a request makes and what becomes of each. */
  public List<Verdict> decide(Caller caller, SdkRequest request) {
    List<Verdict> decided = new ArrayList<>();
    for (Call call : calls.of(request)) {
      Verdict verdict = decide(caller, call);
      evaluated.incrementAndGet();
      verdicts.add(verdict);
      decided.add(verdict);
    }
    return decided;
  }

  /** What becomes of one call; it is not remembered. */
  public Verdict decide(Caller caller, Call call) {
    Call seen = caller.seenIn(call);
    Optional<Statement> by = policies.role(caller.role()).allowing(seen);
    boolean allowed = by.isPresent() && (!call.action().startsWith("sts:") || trusts(caller, call));
    return new Verdict(caller, seen, allowed, by.map(Statement::name).orElse(""));
  }

  /**
   * Whether the role that somebody wants lets him take it on. In one account that is enough on AWS
   * when it names him, whatever his own permissions say.
   */
  public boolean trusts(Caller caller, Call call) {
    String wanted = call.resource().substring(call.resource().lastIndexOf('/') + 1);
    String principal = "AWS " + policies.template().arn(caller.role());
    return policies.role(wanted).trusts(principal, call);
  }

  /** The policies. */
  public Policies policies() {
    return policies;
  }

  /** All different calls so far. */
  public Set<Verdict> verdicts() {
    return new LinkedHashSet<>(verdicts);
  }

  /** How many calls were decided so far, equal ones included. */
  public long evaluated() {
    return evaluated.get();
  }
}
