package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What plans of parting say of the office's assets that the entity uses, or seems to use (C17). */
@Repository
class UsedAssets {

  private static final RowMapper<UsedAsset> ROWS = RecordRows.of(UsedAsset.class);

  private final JdbcClient jdbc;

  UsedAssets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the entity uses an asset of the office's. */
  enum AssetUse {
    NO,
    YES,
    /** it seems to, by the asset's name or by what an earlier plan said, and does not */
    NOT_APPLICABLE
  }

  /**
   * An asset that an entity uses or seems to use.
   *
   * @param notUsedReason why it does not; null where it does
   */
  record UsedAsset(String assetNumber, AssetUse assetUse, String notUsedReason) {
  }

  /** @return by asset number; an asset that the plan says nothing of is not used */
  List<UsedAsset> of(String caseNumber) {
    return jdbc.sql("select * from decoupling_asset where case_number = ? order by length(asset_number), asset_number")
        .param(caseNumber)
        .query(ROWS)
        .list();
  }

  /** @return numbers of the assets that the entity uses */
  Set<String> numbersInUse(String caseNumber) {
    return of(caseNumber).stream()
        .filter(asset -> asset.assetUse() == AssetUse.YES)
        .map(UsedAsset::assetNumber)
        .collect(Collectors.toSet());
  }

  void keep(String caseNumber, List<UsedAsset> assets) {
    jdbc.sql("delete from decoupling_asset where case_number = ?").param(caseNumber).update();
    assets.forEach(asset -> jdbc.sql("""
      insert into decoupling_asset (case_number, asset_number, asset_use, not_used_reason) values (?, ?, ?, ?)""")
        .params(caseNumber, asset.assetNumber(), asset.assetUse().name(), asset.notUsedReason())
        .update());
  }
}
