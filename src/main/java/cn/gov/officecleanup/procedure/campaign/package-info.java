/**
 * The cleanup campaign (C20): who reports, which dates hold, and how every office of the register is sent on its way by its disposition.
 */
package cn.gov.officecleanup.procedure.campaign;
