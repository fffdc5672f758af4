package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.identity.Official;
import java.util.List;

/**
 * Offers the choices of a form field that depend on data and on who asks; a field names it as {@code data-choices="name"}. The same
 * provider fills the field in the browser and checks on the server what comes back.
 */
public interface ChoiceProvider {

  /** @return the name forms use, e.g. {@code retainable-offices} */
  String name();

  /** @return what this official may choose now, in the order to show */
  List<Choice> offer(Official official);
}
