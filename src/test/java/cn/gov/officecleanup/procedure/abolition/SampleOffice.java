package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import java.math.BigDecimal;

/** An office that the plan abolishes (C1), with what the test gives it. */
public final class SampleOffice {

  /** a county, so that its office in Zhengzhou is abolished by the plan itself */
  public static final String COUNTY = "410225";

  /** One person of each status; all born so that nobody is of retirement age in 2015, identity numbers with right check digits. */
  public static final String HIRED = """
    {"name": "李当地", "identityNumber": "410102198505121213", "birthDate": "1985-05-12", "gender": "MALE", "status": "LOCALLY_HIRED",
     "post": "司机", "hiredOn": "2010-03-01", "relatives": "李小妹、王亲属"}""";
  public static final String CIVIL_SERVANT = """
    {"name": "张干部", "identityNumber": "410102197502030012", "birthDate": "1975-02-03", "gender": "MALE", "status": "CIVIL_SERVANT",
     "post": "主任", "hiredOn": "2000-01-01", "relatives": ""}""";

  private SampleOffice() {
  }

  public static Office enter(OfficeRegister register, String government) {
    return register.enter(new OfficeEntry(register.nextRegisterNumber(), "兰考县人民政府驻郑州办事处", government, SenderKind.GOVERNMENT, null, "410100",
        "郑州市", WorkKind.GENERAL, null, null, 6, null, true));
  }

  public static void give(OfficeRegister register, Office office, String number, AssetKind kind, String value) {
    register.putAsset(office.id(), new OfficeAsset(number, kind, "资产" + number, new BigDecimal(value)));
  }

  /** @return a row of the inventory */
  public static String row(String number, AssetKind kind, String value, String found, String explanation) {
    return ("{\"assetNumber\": \"%s\", \"kind\": \"%s\", \"name\": \"资产%s\", \"bookValue\": \"%s\", \"found\": \"%s\", "
        + "\"explanation\": \"%s\"}").formatted(number, kind, number, value, found, explanation);
  }
}
