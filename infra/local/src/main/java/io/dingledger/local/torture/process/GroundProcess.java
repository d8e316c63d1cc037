package io.dingledger.local.torture.process;

import io.dingledger.embedded.EmbeddedDynamo;
import io.dingledger.embedded.EmbeddedQueues;
import io.dingledger.embedded.LocalClients;
import io.dingledger.embedded.template.Provisioner;
import io.dingledger.embedded.template.ScheduleDefinition;
import io.dingledger.embedded.template.Template;
import io.dingledger.local.DataFolder;
import io.dingledger.local.lambda.ScheduleTicker;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Table and queues in the data folder, with the schedules; nothing is closed but by a kill. */
final class GroundProcess {
  private GroundProcess() {}

  static void start(Stage stage) {
    DataFolder data = new DataFolder(stage.data());
    Template template = stage.timedTemplate();
    EmbeddedDynamo table = EmbeddedDynamo.inFolder(stage.tablePort(), data.dynamo());
    EmbeddedQueues embedded =
        EmbeddedQueues.inFolder(stage.queuesPort(), LocalClients.REGION.id(), data.queues());
    Provisioner.createTables(LocalClients.dynamo(table.endpoint()), template.tables());
    SqsClient sqs = LocalClients.queues(embedded.endpoint());
    Map<String, URI> queues = Provisioner.createQueues(sqs, template.queues());
    for (ScheduleDefinition schedule : template.schedules()) {
      ScheduleTicker.start(sqs, queues.get(schedule.queue()).toString(), schedule);
    }
  }
}
