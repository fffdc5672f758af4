/** The offices outside the province that are integrated into fewer (C8, C9), and a county's that moves into its city's (C10). */
package cn.gov.officecleanup.procedure.integration;
