package cn.gov.officecleanup.mechanism.administration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Makes passwords that nobody guesses and that are read off paper without mistakes: without characters that look like others. */
@Component
class FirstPasswords {

  private static final int LENGTH = 14;
  private static final List<String> KINDS = List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "#%*!?");

  private final IdentityService identity;
  private final ProcessEngine engine;
  private final Random chance;

  FirstPasswords(@Lazy IdentityService identity, @Lazy ProcessEngine engine, Random chance) {
    this.identity = identity;
    this.engine = engine;
    this.chance = chance;
  }

  /** Gives a user a new password that keeps the rules. @return it */
  String next(User user) {
    String password;
    do {
      password = anyOne();
    } while (engine.getProcessEngineConfiguration().isEnablePasswordPolicy()
        && !identity.checkPasswordAgainstPolicy(password, user).isValid());
    user.setPassword(password);
    return password;
  }

  private String anyOne() {
    List<Character> characters = new ArrayList<>();
    for (int i = 0; i < LENGTH; i++) {
      // each kind at least once, and letters for the rest
      String kind = KINDS.get(i < KINDS.size() ? i : i % 2);
      characters.add(kind.charAt(chance.nextInt(kind.length())));
    }
    Collections.shuffle(characters, chance);
    return characters.stream().map(String::valueOf).collect(Collectors.joining());
  }
}
