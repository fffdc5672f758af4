/**
 * What a procedure's model tells the mechanisms about it, as properties of its process; the lint rejects what is incomplete.
 *
 * <p>
 * <b>Of every procedure</b>: {@code startedBy} ({@code everybody}, {@code governments}, {@code province}, {@code departments}, {@code
 * bureau}, {@code offices}, {@code heads}, {@code audit}, {@code petition}, or {@code application} where nobody starts it by hand), and
 * where somebody does {@code startedFor} ({@code offices}, {@code regime}, {@code people}, {@code campaign}, {@code register},
 * {@code supervision}, {@code
 * work}, {@code settings}: the heading under which 发起流程 offers it). Where it applies, {@code watchedBy} ({@code audit}: sees its instances
 * in Cockpit) and {@code personalForms} (forms that show people in cases about something else) and {@code namedIn} (documents that name
 * people of other bodies).
 *
 * <p>
 * <b>Of one that opens cases</b>: {@code caseOf} ({@code unit}, {@code bureau}), {@code casePrefix}, {@code caseTitle}, {@code readBy}
 * ({@code inCharge}, {@code people} for a case about a person, {@code nationalBureau}, {@code office}, and {@code confided} beside {@code
 * inCharge} for one that none of them knows of until it is opened). Where it applies, {@code caseGovernment}, {@code
 * caseDepartment}, {@code reserves}, {@code urgeable}, {@code freezesAssets} and {@code countedAs}.
 *
 * <p>
 * <b>Of one that runs beside the cases of others</b>: {@code beside}; where it applies, {@code notes}, {@code
 * onlyRead} and {@code supervises}.
 */
package cn.gov.officecleanup.mechanism.procedures;
