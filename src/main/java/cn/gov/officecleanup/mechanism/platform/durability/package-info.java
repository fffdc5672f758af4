/** Keeps the embedded database from losing what was acknowledged, and its file small. */
package cn.gov.officecleanup.mechanism.platform.durability;
