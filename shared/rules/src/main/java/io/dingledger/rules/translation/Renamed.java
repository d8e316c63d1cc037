package io.dingledger.rules.translation;

import io.dingledger.model.document.Form;
import io.dingledger.rules.Nearest;
import io.dingledger.rules.book.FormField;
import io.dingledger.rules.book.Selector;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a field that nobody filled in from one whose component was renamed or made anew: then the
 * form has no such component, but one that no field reads, says something, and looks like it.
 */
final class Renamed {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
  private static final Pattern STRUCTURE = Pattern.compile("[\\[{].*", Pattern.DOTALL);

  /** Most forms have several of these, so that to be one of them says nothing. */
  private static final Set<String> COMMONPLACE = Set.of("", "TextField", "TextareaField");

  private Renamed() {}

  /**
   * The name of the component that the lost one may have become.
   *
   * @param components where it was looked for in vain
   * @param field what it would have said
   * @param lost how it was looked for
   * @param read how all that is read there is looked for
   */
  static Optional<String> heir(
      List<Form.Component> components, FormField field, Selector lost, Collection<Selector> read) {
    for (Form.Component component : components) {
      if (!isMeant(component, read) && canSay(field, component) && isAlike(component, lost)) {
        return Optional.of(component.name().isBlank() ? component.id() : component.name());
      }
    }
    return Optional.empty();
  }

  private static boolean isMeant(Form.Component component, Collection<Selector> read) {
    for (Selector selector : read) {
      if (isSame(selector.bizAlias(), component.bizAlias())
          || isSame(selector.id(), component.id())
          || isSame(selector.name(), component.name())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(String wanted, String found) {
    return !wanted.isEmpty() && wanted.equals(found);
  }

  private static boolean canSay(FormField field, Form.Component component) {
    String text = component.value().strip();
    if (!component.rows().isEmpty() || !FieldReader.isFilled(field, component)) {
      return false;
    }
    return switch (field.content()) {
      case AMOUNT, QUANTITY, COUNT -> AmountText.read(text) instanceof AmountText.Amount;
      case DATE -> DATE.matcher(text).matches();
      case TEXT, CURRENCY -> !STRUCTURE.matcher(text).matches();
      case RELATION -> !component.references().isEmpty();
    };
  }

  /**
   * By its name. The type tells only where the rule book gives no name: most forms have several
   * amounts and choices, and a person could do nothing about a hold for each of them. What has lost
   * its name may have had any; only notes never have one.
   */
  private static boolean isAlike(Form.Component component, Selector lost) {
    if (component.name().isBlank()) {
      return !component.type().equals("TextNote");
    }
    String type = typeIn(lost.id());
    return lost.name().isEmpty()
        ? !COMMONPLACE.contains(type) && type.equals(type(component))
        : Nearest.isNear(lost.name(), component.name());
  }

  private static String type(Form.Component component) {
    return component.type().isEmpty() ? typeIn(component.id()) : component.type();
  }

  /** DingTalk's ids start with the type of their component. */
  private static String typeIn(String id) {
    int end = id.indexOf('-');
    return end < 0 ? "" : id.substring(0, end);
  }
}
