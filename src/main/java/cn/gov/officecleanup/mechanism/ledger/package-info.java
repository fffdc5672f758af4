/**
 * The asset ledger (C7): what was frozen when an office was to be abolished, what became of each asset, and whether it balances.
 *
 * <p>
 * <b>The asset ledger</b>: {@code AssetLedger} keeps its own law, whoever writes: nothing about an asset that was not frozen, nothing after
 * its one outcome, no outcome while proceeds are outstanding, no receipt without number, for two deals, or beyond what is due. Each entry
 * carries the SHA-256 of the one before in its case, the case's head the last one, so that a changed, removed or added row is found; who
 * can write to the database and knows the scheme could recompute the whole chain, which is why the closure report states the last hash. The
 * register lets nobody change the assets of an office once they are frozen.
 */
package cn.gov.officecleanup.mechanism.ledger;
