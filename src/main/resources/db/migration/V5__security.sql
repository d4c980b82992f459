-- How often the sessions of an account have been ended. A session remembers the number it began with and is refused once it is
-- lower, on every node; the one session that may stay is named apart.
CREATE TABLE session_generation (
    account      uuid PRIMARY KEY,
    generation   bigint NOT NULL,
    kept_session bytea
);

-- A sign-in case passed and not yet used. Using it deletes the row, so that it works once.
CREATE TABLE sign_in_grant (
    session_digest bytea NOT NULL,
    case_id        uuid NOT NULL,
    account        uuid NOT NULL,
    with_factor    boolean NOT NULL,
    granted_at     timestamp with time zone NOT NULL,
    PRIMARY KEY (session_digest, case_id)
);

CREATE INDEX sign_in_grant_by_account ON sign_in_grant (account, granted_at);

CREATE TABLE fresh_factor (
    account        uuid NOT NULL,
    session_digest bytea NOT NULL,
    proved_at      timestamp with time zone NOT NULL,
    PRIMARY KEY (account, session_digest)
);

-- Browsers that have completed MFA for an account, by a digest of their cookie.
CREATE TABLE known_browser (
    account        uuid NOT NULL,
    browser_digest varchar(64) NOT NULL,
    first_seen_at  timestamp with time zone NOT NULL,
    last_seen_at   timestamp with time zone NOT NULL,
    PRIMARY KEY (account, browser_digest)
);

CREATE INDEX known_browser_by_digest ON known_browser (browser_digest);
