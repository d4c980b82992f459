-- Accounts: the only table that knows whose an account is.
create table account (
    id                  uuid         not null primary key,
    common_id           varchar(10)  not null,
    name                varchar(200) not null,
    unit                varchar(50)  not null,
    affiliation         varchar(10)  not null,
    account_rank        varchar(10)  not null,
    shared              boolean      not null,
    manager_id          uuid,
    state               varchar(10)  not null,
    language            varchar(2)   not null,
    -- the person has chosen the language: an import leaves it alone
    language_chosen     boolean      not null,
    password_changed_at timestamp with time zone,
    -- in the form {id}hash; null where the account has no password here
    password_hash       varchar(500),
    constraint account_common_id unique (common_id),
    constraint account_manager foreign key (manager_id) references account (id) on delete set null
);
create index account_manager_id on account (manager_id);

create table account_address (
    account_id uuid         not null,
    place      integer      not null,
    address    varchar(254) not null,
    constraint account_address_key primary key (account_id, place),
    constraint account_address_account foreign key (account_id) references account (id) on delete cascade
);

create table account_role (
    account_id uuid        not null,
    role       varchar(20) not null,
    -- given by an operator's invitation, which an import does not take back
    invited    boolean     not null,
    constraint account_role_key primary key (account_id, role),
    constraint account_role_account foreign key (account_id) references account (id) on delete cascade
);
create index account_role_role on account_role (role);
