package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.decoupling.UsedAssets.AssetUse;
import cn.gov.officecleanup.procedure.decoupling.UsedAssets.UsedAsset;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which of the office's assets the entity uses (C17): those of the register that no case has frozen, each of which is answered for. What
 * the entity seems to use, since it has the entity's name or a plan said so before, is disposed of, or a reason is given why not.
 */
@Component
class DecouplingAssets implements FormContent {

  static final String TABLE = "assets";
  private static final String NUMBER = "assetNumber";
  private static final String USE = "assetUse";
  private static final String REASON = "notUsedReason";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Decouplings decouplings;
  private final UsedAssets used;
  private final OfficeRegister register;

  DecouplingAssets(Decouplings decouplings, UsedAssets used, OfficeRegister register) {
    this.decouplings = decouplings;
    this.used = used;
    this.register = register;
  }

  @Override
  public Set<String> forms() {
    return Set.of("decoupling-plan");
  }

  @Override
  public Set<String> keeps() {
    return Set.of(TABLE);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    Map<String, UsedAsset> planned = planned(task.caseNumber());
    String entity = decouplings.get(task.caseNumber()).entityName();
    return Map.of(TABLE, atHand(task.caseNumber()).values().stream().map(asset -> {
      UsedAsset known = planned.get(asset.assetNumber());
      AssetUse use = known != null ? known.assetUse() : seemsUsed(asset, entity, planned) ? AssetUse.YES : AssetUse.NO;
      return Map.of(NUMBER, asset.assetNumber(), "name", "%s：%s".formatted(asset.kind().label(), asset.name()), "bookValue",
          InWords.amount(asset.bookValue()), USE, use.name(), REASON, known == null ? "" : Objects.toString(known.notUsedReason(), ""));
    }).toList());
  }

  /** @throws RefusedException for an asset that the register has not, or another case has; for one that is left out, or falls silent */
  @Override
  public void keep(FormTask task, Submission submission) {
    Map<String, OfficeAsset> atHand = atHand(task.caseNumber());
    Map<String, UsedAsset> answered = submission.rows(TABLE)
        .stream()
        .map(row -> new UsedAsset(row.text(NUMBER), AssetUse.valueOf(row.text(USE)), row.text(REASON)))
        .collect(Collectors.toMap(UsedAsset::assetNumber, asset -> asset, (one, other) -> one, LinkedHashMap::new));
    answered.keySet().stream().filter(number -> !atHand.containsKey(number)).findFirst().ifPresent(number -> {
      throw new RefusedException("ASSET_UNKNOWN", "登记册中没有编号为“%s”、可以处置的资产，请刷新页面后按登记册填写；已经冻结的资产在冻结它的案件中处置。".formatted(number), "C7");
    });
    atHand.values().stream().filter(asset -> !answered.containsKey(asset.assetNumber())).findFirst().ifPresent(asset -> {
      throw new RefusedException("ASSET_LEFT_OUT",
          "登记册中的资产“%s %s”没有填写实体是否使用，资产不能从表中删去，请刷新页面后逐项填写。".formatted(asset.assetNumber(), asset.name()), "C7");
    });
    Map<String, UsedAsset> planned = planned(task.caseNumber());
    String entity = decouplings.get(task.caseNumber()).entityName();
    answered.values()
        .stream()
        .filter(asset -> asset.assetUse() == AssetUse.NO && seemsUsed(atHand.get(asset.assetNumber()), entity, planned))
        .findFirst()
        .ifPresent(asset -> {
          throw new RefusedException("ASSET_SILENT", "资产“%s %s”的名称或者此前填报的方案表明由实体使用：请选“是”，经资产处置程序处置；确实不由实体使用的，请选“不适用”并写明理由。"
              .formatted(asset.assetNumber(), atHand.get(asset.assetNumber()).name()), "C7");
        });
    used.keep(task.caseNumber(), answered.values().stream().filter(asset -> asset.assetUse() != AssetUse.NO).toList());
  }

  /** @return how many assets the entity uses by a table that is filled in and not handed in yet */
  static int inUse(String table) {
    try {
      return (int) JSON.readTree(table).findValuesAsText(USE).stream().filter(AssetUse.YES.name()::equals).count();
    } catch (JsonProcessingException e) {
      return 0; // it is refused when it is handed in
    }
  }

  private static boolean seemsUsed(OfficeAsset asset, String entity, Map<String, UsedAsset> planned) {
    return asset.name().contains(entity) || planned.containsKey(asset.assetNumber());
  }

  private Map<String, UsedAsset> planned(String caseNumber) {
    List<UsedAsset> planned = used.of(caseNumber);
    return planned.stream().collect(Collectors.toMap(UsedAsset::assetNumber, asset -> asset));
  }

  /** What an abolition has frozen is disposed of there. */
  private Map<String, OfficeAsset> atHand(String caseNumber) {
    long officeId = decouplings.get(caseNumber).officeId();
    List<OfficeAsset> assets = register.assetsFrozenAt(officeId).isPresent() ? List.of() : register.assetsAtHand(officeId);
    return assets.stream().collect(Collectors.toMap(OfficeAsset::assetNumber, asset -> asset, (one, other) -> one, LinkedHashMap::new));
  }
}
