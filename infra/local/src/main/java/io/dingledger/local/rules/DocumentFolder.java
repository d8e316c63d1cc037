package io.dingledger.local.rules;

import io.dingledger.local.command.Refusal;
import io.dingledger.model.document.Directory;
import io.dingledger.model.failure.Reason;
import io.dingledger.rules.Finding;
import io.dingledger.rules.simulation.CaseDocument;
import io.dingledger.rules.written.Written;
import io.dingledger.rules.written.WrittenDocuments;
import io.dingledger.rules.written.WrittenPeople;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The documents of a folder: {@code *.json} as DingTalk answers about an approval, {@code *.yaml},
 * {@code *.yml} and {@code *.json} as written by people, and {@code people.yaml} with the people
 * whom the former name. Folders in it may hold documents, too: a form's code is their name.
 *
 * @param cases the documents, in the order of the files' names
 * @param problems what is wrong with files, which then give no documents
 */
record DocumentFolder(List<CaseDocument> cases, List<Problem> problems) {
  private static final String PEOPLE = "people.yaml";

  /** The folder itself and those right in it. */
  private static final int DEEPEST = 2;

  DocumentFolder {
    cases = List.copyOf(cases);
    problems = List.copyOf(problems);
  }

  /**
   * What is wrong with a file.
   *
   * @param file its name
   * @param line from 1; 0 for the whole file
   * @param column from 1; 0 for the whole file
   */
  record Problem(String file, int line, int column, Reason reason) {}

  /**
   * Reads a folder.
   *
   * @param people the file with the people; {@code people.yaml} of the folder when empty
   * @throws Refusal when the folder cannot be read, holds no usable document, or the people's file
   *     is wrong
   */
  static DocumentFolder read(Path folder, Optional<Path> people, ZoneId zone) {
    Directory directory = directory(folder, people);
    List<CaseDocument> cases = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      Optional<String> text = TextFile.read(file);
      if (text.isEmpty()) {
        problems.add(new Problem(name, 0, 0, Reason.of(RulesFault.FILE_UNREADABLE, name)));
      } else {
        document(name, text.get(), directory, zone, cases, problems);
      }
    }
    if (cases.isEmpty() && problems.isEmpty()) {
      throw new Refusal(RulesFault.NO_DOCUMENTS, folder);
    }
    return new DocumentFolder(cases, problems);
  }

  private static void document(
      String name,
      String text,
      Directory directory,
      ZoneId zone,
      List<CaseDocument> cases,
      List<Problem> problems) {
    Optional<CaseDocument> approval =
        name.endsWith(".json") ? StoredAnswer.read(name, text, directory, zone) : Optional.empty();
    if (approval.isPresent()) {
      cases.add(approval.get());
      return;
    }
    if (name.endsWith(".json") && StoredAnswer.looksLikeOne(text)) {
      problems.add(new Problem(name, 0, 0, Reason.of(RulesFault.DOCUMENT_UNREADABLE, name)));
      return;
    }
    switch (WrittenDocuments.read(name, text, zone)) {
      case Written.Documents(var documents) ->
          documents.forEach(each -> cases.add(People.added(each, directory)));
      case Written.Faulty(var faults) -> {
        for (Finding fault : faults) {
          problems.add(new Problem(name, fault.line(), fault.column(), fault.reason()));
        }
      }
    }
  }

  private static Directory directory(Path folder, Optional<Path> people) {
    Path file = people.orElse(folder.resolve(PEOPLE));
    if (people.isEmpty() && !Files.exists(file)) {
      return new Directory(Map.of(), Map.of());
    }
    return switch (WrittenPeople.read(TextFile.needed(file))) {
      case WrittenPeople.Read.Known(Directory directory) -> directory;
      case WrittenPeople.Read.Faulty(var faults) ->
          throw new Refusal(
              faults.stream()
                  .map(
                      fault ->
                          Reason.of(
                              RulesFault.PEOPLE_WRONG,
                              file,
                              fault.line(),
                              fault.column(),
                              fault.reason().chinese(),
                              fault.reason().english()))
                  .toList());
    };
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.find(folder, DEEPEST, (file, is) -> is.isRegularFile())) {
      return entries
          .filter(file -> file.getFileName().toString().matches("[^.].*\\.(json|ya?ml)"))
          .filter(file -> !file.getFileName().toString().equals(PEOPLE))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new Refusal(RulesFault.FOLDER_UNREADABLE, folder);
    }
  }
}
