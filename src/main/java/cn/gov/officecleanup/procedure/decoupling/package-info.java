/**
 * How an office parts from a hotel, guest house or other business entity (C17): the plan and its approval, the four strands of people,
 * accounts, assets and functions, the bureau's verification.
 */
package cn.gov.officecleanup.procedure.decoupling;
