/**
 * Electronic seals on what a body issues. Where no seal is set up, documents bear none and whoever keeps the seal of metal puts it on
 * paper. A bureau that has a seal server of its own implements {@link cn.gov.officecleanup.mechanism.seal.ElectronicSeal} as a bean.
 */
package cn.gov.officecleanup.mechanism.seal;
