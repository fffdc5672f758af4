package cn.gov.officecleanup.procedure.appraisal;

/**
 * What the application knows of an office's year by itself.
 *
 * @param what Chinese name of the fact
 * @param told Chinese words for those who score
 * @param veto what it leaves no higher grade than; null where it is a fact for the score alone
 */
public record CountedFact(String what, String told, Veto veto) {
}
