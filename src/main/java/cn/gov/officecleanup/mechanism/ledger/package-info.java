/** The asset ledger (C7): what was frozen when an office was to be abolished, what became of each asset, and whether it balances. */
package cn.gov.officecleanup.mechanism.ledger;
