--liquibase formatted sql

--changeset office-cleanup:440-appraisal-columns
--comment: a field of the appraisal form, a component of the record and a column have one name
alter table disposal rename column appraisal_agency to agency;
alter table disposal rename column agency_licence to licence;
alter table disposal rename column appraisal_report to report;
alter table disposal rename column appraisal_date to reference_date;

--changeset office-cleanup:440-public-sale
--comment: how a sale was announced, and what became of it; method and kinds see the enums DisposalMethod and AssetKind
alter table disposal add column announced_on date;
alter table disposal add column bidding_ends_on date;
alter table disposal add column reserve_price numeric(18, 2); -- opening price (起始价), yuan
alter table disposal add column deposit numeric(18, 2); -- of bidders (保证金), yuan
alter table disposal add column bidding_held_on date;
alter table disposal add column failures integer; -- how often nobody bid (流拍)
alter table disposal add column approved_reserve numeric(18, 2); -- opening price approved after a failed sale, yuan

--changeset office-cleanup:440-fees
--comment: taxes and fees beyond the usual share that the finance department confirmed with their vouchers
alter table disposal add column approved_fees numeric(18, 2);

--changeset office-cleanup:440-closing
--comment: what else is closed before an office is abolished; empty where there was nothing of the kind, or an older version did not ask
alter table abolition_closing add column sign_taken_down_on date;
alter table abolition_closing add column tax_cancelled_on date;
alter table abolition_closing add column plates_handed_in_on date;
alter table abolition_closing add column claims_settled_on date;
alter table abolition_closing add column archives_handed_over_on date;
alter table abolition_closing add column archives_receiver varchar(200);
alter table abolition_closing add column audited_on date;
alter table abolition_closing add column audit_report varchar(200);
