package cn.gov.officecleanup.procedure.disposal;

import java.util.List;

/**
 * What the rules provide for a kind of asset, a method and a value (A1–A4).
 *
 * @param allowed whether the method may be used at all
 * @param appraisal whether the asset must be appraised first
 * @param finance whether the same-level finance department approves, or the sending government alone
 * @param affairs whether the department of government offices says first whether it takes the asset back
 * @param proofs what has to be attached to the proposal
 * @param reason Chinese sentence
 * @param clause clause or rule it rests on
 */
record DisposalRule(boolean allowed, boolean appraisal, boolean finance, boolean affairs, List<ProofKind> proofs, String reason,
    String clause) {
}
