package io.dingledger.local.rules;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.Person;
import io.dingledger.rules.simulation.CaseDocument;
import java.util.HashMap;
import java.util.Map;

/** Adds the people of a folder to those whom a document describes itself; the latter go before. */
final class People {
  private People() {}

  static CaseDocument added(CaseDocument document, Directory known) {
    return switch (document) {
      case CaseDocument.Approval(var name, var detail, var suite, var own) ->
          new CaseDocument.Approval(name, detail, suite, both(own, known));
      case CaseDocument.Written(var name, var kind, var detail, var own) ->
          new CaseDocument.Written(name, kind, detail, both(own, known));
      case CaseDocument.Suite(var name, var reading, var own) ->
          new CaseDocument.Suite(name, reading, both(own, known));
      case CaseDocument.Fact fact -> fact;
    };
  }

  private static Directory both(Directory own, Directory known) {
    Map<String, Person> people = new HashMap<>(known.people());
    people.putAll(own.people());
    Map<String, Department> departments = new HashMap<>(known.departments());
    departments.putAll(own.departments());
    return new Directory(people, departments);
  }
}
