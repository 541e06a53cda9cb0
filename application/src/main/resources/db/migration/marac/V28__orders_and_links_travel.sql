-- Protective orders and links to other bodies travel with a case that is handed to another MARAC, and say where they came from.
--
-- Why they become orders and links of the register, and no page of what came: an order binds wherever the victim lives. It is
-- brought to mind before it ends, and a breach of it waits as further abuse, only where it stands in the register.
-- Why the mark names the transfer and not a MARAC in words: an order is of another MARAC only because its referral is, and the
-- foreign key holds it to that. Whoever writes the same order here writes one without the mark.
-- Why conditions may be held: what an order forbids often tells where somebody lives. Where the sender decided that hidden
-- addresses stay, neither the conditions nor the words of breaches go; that they are held is told, and the days go.
-- Why a breach that came is no possible repeat here: it happened before the case came, and was heard of there. It stands under
-- its order, and module people is given nothing.
-- Existing rows: none came with a transfer.

alter table marac.protective_order
    add column came_with uuid,
    add column held boolean not null default false,
    add constraint protective_order_came_with_a_transfer foreign key (came_with) references marac.transfer_in (record_id),
    add constraint protective_order_came_with_its_referral check (came_with = record_id),
    add constraint protective_order_is_held_by_another check (not held or came_with is not null);
comment on column marac.protective_order.came_with is 'The referral from another MARAC with which it came; null for what was written down here.';
comment on column marac.protective_order.held is 'The other MARAC did not send what it forbids, as that may tell where somebody lives.';
create index protective_order_came on marac.protective_order (came_with) where came_with is not null;

alter table marac.scheme_link
    add column came_with uuid,
    add constraint scheme_link_came_with_a_transfer foreign key (came_with) references marac.transfer_in (record_id),
    add constraint scheme_link_came_with_its_referral check (came_with = record_id);
comment on column marac.scheme_link.came_with is 'The referral from another MARAC with which it came; null for what was written down here.';
create index scheme_link_came on marac.scheme_link (came_with) where came_with is not null;
