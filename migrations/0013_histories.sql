-- Up Migration

-- What became of an author's posts, and of a site's, is asked for each post that the desk looks at: the first by the author's
-- name, the second from the index alone.
create index revisions_author on revisions (author_name);
create index decisions_site on decisions (site_id, decided_at) include (action, category) where undone_at is null and action <> 'ESCALATE';

-- Down Migration

drop index decisions_site, revisions_author;
