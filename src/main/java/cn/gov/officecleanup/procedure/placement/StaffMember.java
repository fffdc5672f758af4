package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.platform.Labelled;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A person who works for an office that is abolished (C6). Personal data: shown only to those who handle the placement.
 *
 * @param id key; null before it is kept
 * @param position 1, 2, … in the list; what the person is called where no name may stand
 * @param identityNumber citizen identity number of 18 characters (GB 11643)
 * @param postLevel null where the statutory age of retirement does not depend on it
 * @param hiredOn first day of work for the unit, from which years of work are counted
 * @param relatives declared close relatives, names separated by 、; may be null
 * @param protection null where the person is not protected when employment ends
 * @param protectedUntil null where it is not known yet, or there is no protection
 * @param protectionProof name and number of what proves the protection; null where there is none
 */
public record StaffMember(Long id, int position, String name, String identityNumber, LocalDate birthDate, Gender gender, StaffStatus status,
    String post, PostLevel postLevel, LocalDate hiredOn, String relatives, Protection protection, LocalDate protectedUntil,
    String protectionProof) {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";
  private static final String CLAUSE = "C6";

  /** Gender, since the statutory age of retirement differs. */
  public enum Gender implements Labelled {

    MALE("男"),
    FEMALE("女");

    private final String label;

    Gender(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** @return what cannot be right about the row; names its position, never the identity number */
  public List<Finding> faults() {
    List<Finding> faults = new ArrayList<>();
    String place = "人员名单第%d行：".formatted(position);
    if (!identityNumber.matches("\\d{17}[\\dX]") || CHECK_DIGITS.charAt(weightedSum() % 11) != identityNumber.charAt(17)) {
      faults.add(new Finding("IDENTITY_NUMBER_WRONG", place + "身份证号码不正确，请核对18位号码（末位X用大写）。", CLAUSE));
    } else {
      if (!identityNumber.substring(6, 14).equals(DateTimeFormatter.BASIC_ISO_DATE.format(birthDate))) {
        faults.add(new Finding("BIRTH_DATE_DIFFERS", place + "出生日期与身份证号码不一致，请核对。", CLAUSE));
      }
      if ((identityNumber.charAt(16) - '0') % 2 == 1 != (gender == Gender.MALE)) {
        faults.add(new Finding("GENDER_DIFFERS", place + "性别与身份证号码不一致，请核对。", CLAUSE));
      }
    }
    if (!hiredOn.isAfter(birthDate)) {
      faults.add(new Finding("HIRED_BEFORE_BIRTH", place + "入职日期应在出生日期之后，请核对。", CLAUSE));
    }
    return faults;
  }

  /** @return whether the person is protected on a day */
  boolean isProtectedOn(LocalDate day) {
    return protection != null && (protectedUntil == null || !day.isAfter(protectedUntil));
  }

  private int weightedSum() {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (identityNumber.charAt(i) - '0');
    }
    return sum;
  }
}
