#ifndef PROVISO_POLICIES_H
#define PROVISO_POLICIES_H

#include <stddef.h>

/// One file of Policies/, as it was when the program was built.
struct proviso_policy {
  const char *name;
  const unsigned char *bytes;
  size_t length;
};

/// The file of the given number, from 0; NULL behind the last.
const struct proviso_policy *proviso_policy_at(size_t number);

#endif
