package io.dingledger.embedded.function;

import io.dingledger.embedded.template.ResolvedTemplate;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Starts the table and the queues of the template before a function, and tells it of them. Each
 * function says which clients it has and which queues it is told of.
 */
public abstract class FunctionSurroundings implements QuarkusTestResourceLifecycleManager {
  private final String[] clients;
  private EmbeddedAws aws;

  /** For a function with these clients, named as in {@link EmbeddedAws#clientProperties}. */
  protected FunctionSurroundings(String... clients) {
    this.clients = clients.clone();
  }

  /** The properties of the function that name queues. */
  protected abstract Map<String, String> queues(EmbeddedAws running);

  /**
   * The SDK looks for what watches all its clients in the thread's class loader, which is Quarkus'
   * own at this moment; it has to be the one that these clients come from.
   */
  @Override
  public final Map<String, String> start() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(FunctionSurroundings.class.getClassLoader());
    try {
      return started();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Map<String, String> started() {
    Path template = Path.of("../../template.yaml");
    aws = EmbeddedAws.of(template);
    Map<String, String> properties = new HashMap<>(aws.clientProperties(step() + "Role", clients));
    ResolvedTemplate resolved = ResolvedTemplate.read(template);
    properties.put("dingledger.table", aws.table());
    properties.put("dingledger.key", resolved.arn("Key"));
    if (resolved.resources().containsKey(step() + "TenantRole")) {
      properties.put("dingledger.tenant.role", resolved.arn(step() + "TenantRole"));
    }
    properties.putAll(queues(aws));
    return properties;
  }

  @Override
  public final void stop() {
    aws.close();
  }

  /** As the template names what belongs to the function whose package this is. */
  private String step() {
    String name = getClass().getPackageName();
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
  }
}
