package cn.gov.officecleanup.mechanism.document;

import java.time.LocalDate;
import java.util.List;

/**
 * What the documents of an inspection on site have in common (C14).
 *
 * @param office full name of the office that is inspected
 * @param team names of who inspects it
 */
public record Visit(String office, List<String> team) {

  public Visit {
    team = List.copyOf(team);
  }

  /**
   * Whom the bureau inspects in a year, for its own people (通知).
   *
   * @param seed by which the draw is repeated
   * @param byRisk names of offices with what speaks for inspecting them
   * @param byChance names of offices
   */
  public record Plan(String number, LocalDate date, OfficialBody issuer, int year, String purpose, long seed, List<String> byRisk,
      List<String> byChance) {

    public Plan {
      byRisk = List.copyOf(byRisk);
      byChance = List.copyOf(byChance);
    }
  }

  /** What the team shows at the door (通知). */
  public record Notice(String number, LocalDate date, OfficialBody issuer, Visit visit, String scope) {
  }

  /**
   * What was found, for who is inspected to sign.
   *
   * @param arrived day and time, in words
   * @param left last day on site, in words
   * @param receivedBy who received the team
   * @param facts a clause each, without a full stop
   * @param signing whether it was signed, in a sentence
   */
  public record Statement(String caseNumber, LocalDate date, Visit visit, String arrived, String left, String receivedBy,
      List<String> facts, String signing) {

    public Statement {
      facts = List.copyOf(facts);
    }
  }

  /**
   * What is demanded about a fact.
   *
   * @param dueOn last day; null where that is not known yet
   */
  public record Demand(String fact, String measure, LocalDate dueOn) {
  }

  /** What was found and is demanded, for the government (函). */
  public record Feedback(String number, LocalDate date, OfficialBody issuer, OfficialBody government, Visit visit, String arrived,
      String left, String conclusion, List<Demand> demands, List<String> copyTo) {

    public Feedback {
      demands = List.copyOf(demands);
      copyTo = List.copyOf(copyTo);
    }
  }
}
