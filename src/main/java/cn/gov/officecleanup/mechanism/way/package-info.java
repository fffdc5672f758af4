/**
 * What lies ahead of a case: the steps that follow, who will have them and by when, as the models and the decisions taken so far say.
 *
 * <p>
 * Where a gateway asks for a decision that is not taken yet, or for what a check on the way will find, the usual way is taken: its default
 * flow, else the first that the model lists.
 */
package cn.gov.officecleanup.mechanism.way;
