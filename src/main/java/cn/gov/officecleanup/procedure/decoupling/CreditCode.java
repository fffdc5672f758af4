package cn.gov.officecleanup.procedure.decoupling;

/** The uniform social credit code (统一社会信用代码): 18 characters, the last of which follows from the others (GB 32100-2015 *). */
final class CreditCode {

  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;
  private static final int FACTOR = 3;

  private CreditCode() {
  }

  static boolean isSound(String code) {
    return code.length() == LENGTH && code.chars().allMatch(character -> CHARACTERS.indexOf(character) >= 0)
        && code.charAt(LENGTH - 1) == checkCharacter(code);
  }

  private static char checkCharacter(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
      weight = weight * FACTOR % CHARACTERS.length();
    }
    return CHARACTERS.charAt((CHARACTERS.length() - sum % CHARACTERS.length()) % CHARACTERS.length());
  }
}
