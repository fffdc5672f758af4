/**
 * What an official can do with a task beside completing it, the same in every procedure: hand it to a colleague (转办), send the case back to an earlier step (退回),
 * take back what was handed in (撤回), ask others of the own government (加签、会签), have others do a part
 * of it (协办), let others read the case (传阅), link cases (关联), be stood in for (委托代理). Each is recorded in the
 * case's history, and its limits are checked here, whichever page asks.
 */
package cn.gov.officecleanup.mechanism.handling;
