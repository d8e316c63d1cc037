package io.dingledger.local.torture.process;

import io.dingledger.embedded.LocalClients;
import io.dingledger.embedded.template.Template;
import io.dingledger.local.DataFolder;
import io.dingledger.local.TimedTemplate;
import io.dingledger.platform.Platform;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.settings.Times;
import io.dingledger.platform.store.DynamoTable;
import io.dingledger.platform.store.Table;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What all processes of one system share. The ports stay the same when a process is started again.
 *
 * @param data the data folder
 * @param template the deployment template
 * @param tablePort where the table is reached
 * @param queuesPort where the queues are reached
 * @param doorPort the front door
 * @param realTimes whether leases and time-outs are those of a deployment; otherwise shorter ones
 */
public record Stage(
    Path data, Path template, int tablePort, int queuesPort, int doorPort, boolean realTimes) {
  /** The table. */
  public URI table() {
    return at(tablePort);
  }

  /** The queues. */
  public URI queues() {
    return at(queuesPort);
  }

  /** The front door. */
  public URI door() {
    return at(doorPort);
  }

  /** The times of all processes. */
  Times times() {
    return realTimes ? Times.USUAL : ShortTimes.times();
  }

  /** The template with these times. */
  Template timedTemplate() {
    return TimedTemplate.of(Template.read(template), times());
  }

  /** The stores over the table. */
  public Platform platform(Clock clock) {
    return platform(items(), clock);
  }

  Platform platform(Table items, Clock clock) {
    return new Platform(items, KeyFileWrap.at(new DataFolder(data).masterKey()), clock, times());
  }

  /** The one table of the ground. */
  Table items() {
    return new DynamoTable(
        LocalClients.dynamo(table()), timedTemplate().tables().getFirst().name());
  }

  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
