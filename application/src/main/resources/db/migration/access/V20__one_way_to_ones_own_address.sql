-- One function for what a person with a password may know of their own account.
--
-- Why: access.own_address came before access.own_account and answers less of the same question.
-- Existing rows: a function only.

drop function access.own_address();
