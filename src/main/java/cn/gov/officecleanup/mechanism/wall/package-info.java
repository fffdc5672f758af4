/**
 * What those who are signed in may have the engine do, whatever they were granted, and whose expressions it evaluates.
 *
 * <p>
 * <b>Walls</b>: Whoever is signed in has the engine do what {@code OfficialsCommands} lists and nothing else, whatever the authorizations
 * grant: nobody deploys, deletes, modifies, migrates, sets variables, correlates messages, changes groups or filters, comments or attaches
 * through any interface ({@code CommandWall}). Whoever claims or completes a task is in one of its candidate groups
 * ({@code form.CandidatesOnly}). What groups hold beyond {@code identity.GroupAuthorizations} is taken from them at start. No text that
 * comes with a request is evaluated: expressions are the models' and see the beans of {@code ModelBeans} alone ({@code ModelExpressions});
 * filters name a {@code filter.FilterCondition} in their place.
 */
package cn.gov.officecleanup.mechanism.wall;
