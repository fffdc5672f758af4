package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.document.OfficialBody;
import cn.gov.officecleanup.mechanism.province.Province;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The bodies of the province that write official documents to each other, by the governments that they are or are parts of. */
@Component
public class OfficialBodies {

  private final Governments governments;
  private final Province province;

  OfficialBodies(Governments governments, Province province) {
    this.governments = governments;
    this.province = province;
  }

  /** @return the government of a code */
  public OfficialBody government(String code) {
    return body(title(code), OfficialBody.Role.GOVERNMENT, code, null);
  }

  /** @return a government's own office, which writes for it to those that are not below it */
  public OfficialBody office(String code) {
    return body(isProvince(code) ? province.governmentOffice() : title(code) + "办公室", OfficialBody.Role.OFFICE, code, null);
  }

  /**
   * @return who writes to the bureau for a government: of the province its own office, since the bureau is below the provincial government
   */
  public OfficialBody writingToBureau(String code) {
    return isProvince(code) ? office(code) : government(code);
  }

  /** @return the finance department of a government */
  public OfficialBody finance(String code) {
    return body(governments.get(code).name() + (isProvince(code) ? "财政厅" : "财政局"), OfficialBody.Role.DEPARTMENT, code, "财政");
  }

  /** @return the province's bureau of government offices administration */
  public OfficialBody bureau() {
    return body(province.bureau(), OfficialBody.Role.DEPARTMENT, province.code(), "机关事务");
  }

  private OfficialBody body(String title, OfficialBody.Role role, String code, String line) {
    List<String> above = new ArrayList<>();
    for (String next = governments.get(code).superiorCode(); next != null; next = governments.get(next).superiorCode()) {
      above.add(next);
    }
    return new OfficialBody(title, role, code, above, line);
  }

  private String title(String code) {
    return isProvince(code) ? province.government() : governments.get(code).title();
  }

  private boolean isProvince(String code) {
    return province.code().equals(code);
  }
}
