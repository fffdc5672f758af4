package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.sheet.ImportProblem;
import java.util.List;

/**
 * What an import did.
 *
 * @param applied whether rows went in; false if one problem kept all of them out ({@link ImportMode#ALL_OR_NOTHING})
 * @param offices counts of good rows; what would have gone in if not applied
 * @param assets the same for assets
 * @param businessEntities the same for business entities
 * @param problems everything wrong, in the order of the file
 * @param notes Chinese sentences on how the files were read: what was converted, what is hidden and was left out
 */
public record ImportReport(boolean applied, Counts offices, Counts assets, Counts businessEntities, List<ImportProblem> problems,
    List<String> notes) {

  /**
   * @param added new in the register
   * @param changed there already, with other contents
   * @param unchanged there already just so
   */
  public record Counts(int added, int changed, int unchanged) {

    private String text() {
      return "新增 " + added + "，更新 " + changed + "，未变 " + unchanged;
    }
  }

  public boolean hasProblems() {
    return !problems.isEmpty();
  }

  /** @return Chinese text of one line: the counts, and how the files were read */
  public String summary() {
    String counts = "办事机构：" + offices.text() + "；资产：" + assets.text() + "；经营性实体：" + businessEntities.text() + "；问题 " + problems.size()
        + " 处。" + String.join("", notes);
    return applied ? counts : "文件有误，按“全部正确才导入”的要求未导入任何内容。若全部正确，将导入：" + counts;
  }
}
