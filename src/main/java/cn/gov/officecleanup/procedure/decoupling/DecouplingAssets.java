package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which of the office's assets the entity uses (C17): those of the register that no case has frozen are listed to be ticked. */
@Component
class DecouplingAssets implements FormContent {

  private static final String TABLE = "assets";

  private final Decouplings decouplings;
  private final OfficeRegister register;

  DecouplingAssets(Decouplings decouplings, OfficeRegister register) {
    this.decouplings = decouplings;
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
    Set<String> used = decouplings.assetsInUse(task.caseNumber());
    return Map.of(TABLE,
        register.assetsAtHand(decouplings.get(task.caseNumber()).officeId())
            .stream()
            .map(asset -> Map.of("assetNumber", asset.assetNumber(), "name", "%s：%s".formatted(asset.kind().label(), asset.name()), "inUse",
                used.contains(asset.assetNumber()) ? "YES" : "NO"))
            .toList());
  }

  /** @throws RefusedException for an asset that the register has not, or another case has */
  @Override
  public void keep(FormTask task, Submission submission) {
    Set<String> used = submission.rows(TABLE)
        .stream()
        .filter(row -> "YES".equals(row.text("inUse")))
        .map(row -> row.text("assetNumber"))
        .collect(Collectors.toSet());
    Set<String> atHand = register.assetsAtHand(decouplings.get(task.caseNumber()).officeId())
        .stream()
        .map(OfficeAsset::assetNumber)
        .collect(Collectors.toSet());
    used.stream().filter(number -> !atHand.contains(number)).findFirst().ifPresent(number -> {
      throw new RefusedException("ASSET_UNKNOWN", "登记册中没有编号为“%s”、可以处置的资产，请按登记册改正；已经冻结的资产在冻结它的案件中处置。".formatted(number), "C7");
    });
    decouplings.keepAssetsInUse(task.caseNumber(), used);
  }
}
