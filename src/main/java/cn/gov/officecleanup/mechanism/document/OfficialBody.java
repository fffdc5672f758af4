package cn.gov.officecleanup.mechanism.document;

import java.util.List;
import java.util.Objects;

/**
 * A body that writes official documents or is written to (发文机关, 主送机关).
 *
 * @param title full title
 * @param role what it is
 * @param government code of the government that it is, or is a part of
 * @param above codes of the governments above that one, the nearest first
 * @param line what a department is for, the same word for those that guide each other from level to level; null for governments and their
 * offices
 */
public record OfficialBody(String title, Role role, String government, List<String> above, String line) {

  /** What a body is. */
  public enum Role {
    GOVERNMENT,
    /** a government's own office (办公厅, 办公室), which writes for it to those that are not below it */
    OFFICE,
    DEPARTMENT
  }

  public OfficialBody {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(government, "government");
    above = List.copyOf(above);
  }
}
