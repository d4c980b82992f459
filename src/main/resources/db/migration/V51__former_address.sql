-- Addresses that an import has taken away. For a while they are told of a recovery as well: whoever takes an account over may
-- have had others put in their place.
create table account_former_address (
    account_id uuid                     not null,
    address    varchar(254)             not null,
    removed_at timestamp with time zone not null,
    constraint account_former_address_key primary key (account_id, address),
    constraint account_former_address_account foreign key (account_id) references account (id) on delete cascade
);
