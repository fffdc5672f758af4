package cn.gov.officecleanup.mechanism.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The provincial government's reply (批复) to a city government's request to keep an office (C3), to set one up (C5) or to change what was
 * approved.
 *
 * @param number document number, e.g. 豫政函〔2015〕12号
 * @param date day of signature (成文日期)
 * @param government full name of the government that asked, the addressee, e.g. 洛阳市人民政府
 * @param office full name of the office, e.g. 洛阳市人民政府驻郑州办事处
 * @param request what is replied to
 * @param outcome {@link Approval}, {@link Change} or {@link Refusal}
 * @param attachments names of the attachments, without 附件 and number; may be empty
 * @param copyTo who gets a copy (抄送); may be empty
 */
public record Reply(String number, LocalDate date, String government, String office, Request request, Outcome outcome,
    List<String> attachments, List<String> copyTo) {

  public Reply {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(government, "government");
    Objects.requireNonNull(office, "office");
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(outcome, "outcome");
    attachments = List.copyOf(attachments);
    copyTo = List.copyOf(copyTo);
  }

  /**
   * @param title without book-title marks, e.g. 关于保留洛阳市人民政府驻郑州办事处的请示
   * @param number document number of the request, or null
   * @param date day of the request, or null
   */
  public record Request(String title, String number, LocalDate date) {

    public Request {
      Objects.requireNonNull(title, "title");
    }
  }

  /** What the provincial government decided. */
  public sealed interface Outcome permits Approval, Change, Refusal {
  }

  /**
   * Kept or set up under conditions.
   *
   * @param staffEstablishment persons in the establishment as stated in the application; what holds is for the department of establishments
   * (机构编制部门) to fix
   * @param functions what the office is for from now on (C16), in the order shown; may be empty
   * @param entities names of the hotels and guest houses it has not parted with yet (C17); empty when there are none
   * @param partedBy last day by which it has parted with them; null when there are none
   * @param specialWork name of the special work it is for (C4), with or without the words 专项工作 at its end, blank where it is not known;
   * null for other work
   * @param specialWorkEnd day that work ends and the office with it (C4), or null
   * @param furtherConditions sentences added to the standing conditions, each one a numbered paragraph; may be empty
   */
  public record Approval(int staffEstablishment, List<String> functions, List<String> entities, LocalDate partedBy, String specialWork,
      LocalDate specialWorkEnd, List<String> furtherConditions) implements Outcome {

    public Approval {
      functions = List.copyOf(functions);
      entities = List.copyOf(entities);
      furtherConditions = List.copyOf(furtherConditions);
      if (entities.isEmpty() != (partedBy == null)) {
        throw new IllegalArgumentException("entities to part with and the day they are parted by belong together");
      }
      if ((specialWork == null) != (specialWorkEnd == null)) {
        throw new IllegalArgumentException("special work and the day it ends belong together");
      }
    }
  }

  /**
   * What was approved is changed under conditions.
   *
   * @param revoked whether the office is kept no longer: it is abolished and wound up (C6, C7)
   * @param furtherConditions sentences added, each one a numbered paragraph; may be empty
   */
  public record Change(boolean revoked, List<String> furtherConditions) implements Outcome {

    public Change {
      furtherConditions = List.copyOf(furtherConditions);
    }
  }

  /**
   * Not kept: the office is abolished and wound up (C6, C7); or not set up.
   *
   * @param reason why, a sentence part that can follow 经审核，; or null
   * @param woundUpBy last day of the winding-up; null when it is not fixed or nothing exists yet
   */
  public record Refusal(String reason, LocalDate woundUpBy) implements Outcome {
  }
}
