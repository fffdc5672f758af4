package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.phrase.Phrases;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is said often (常用意见): the office's phrases and the signed-in official's own. */
@RestController
@RequestMapping(SignedIn.PATH + "/phrases")
class PhraseResource {

  private final Phrases phrases;

  PhraseResource(Phrases phrases) {
    this.phrases = phrases;
  }

  record Offered(List<String> office, List<String> own) {
  }

  record OwnPhrases(List<String> own) {
  }

  @GetMapping
  Offered offered() {
    return new Offered(phrases.office(), phrases.own());
  }

  @PutMapping
  OwnPhrases keep(@RequestBody OwnPhrases kept) {
    return new OwnPhrases(phrases.keep(kept.own == null ? List.of() : kept.own));
  }
}
