#pragma once
#include <stdint.h>

/// How many pieces of memory the calling thread has taken from the heap since it began.
uint64_t proviso_allocation_count(void);
