package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.text.SearchText;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing to choose in a form.
 *
 * @param value what is submitted
 * @param label Chinese text the official reads
 */
public record Choice(String value, String label) {

  /** @return by what it is found while one types: its words, their pinyin and initials, and what is submitted, such as a code */
  @JsonProperty("key")
  public String key() {
    return SearchText.key(label, value);
  }
}
