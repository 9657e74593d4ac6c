#include "policies.h"

// The files of Policies/ become part of the program, so that it runs from anywhere and needs no installation.
// The list is written by: PROVISO_RECORD=1 swift test --filter BuiltInTests
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../Policies/can-spam.yaml"
};
static const unsigned char file1[] = {
#embed "../../Policies/ccpa.yaml"
};
static const unsigned char file2[] = {
#embed "../../Policies/common.yaml"
};
static const unsigned char file3[] = {
#embed "../../Policies/data-security.yaml"
};
static const unsigned char file4[] = {
#embed "../../Policies/facts.yaml"
};
static const unsigned char file5[] = {
#embed "../../Policies/gdpr.yaml"
};
static const unsigned char file6[] = {
#embed "../../Policies/hipaa.yaml"
};
static const unsigned char file7[] = {
#embed "../../Policies/lgpd.yaml"
};
static const unsigned char file8[] = {
#embed "../../Policies/regions.yaml"
};
static const unsigned char file9[] = {
#embed "../../Policies/whatsapp-content.yaml"
};
static const unsigned char file10[] = {
#embed "../../Policies/whatsapp-templates.yaml"
};

static const struct proviso_policy policies[] = {
    {"can-spam.yaml", file0, sizeof file0},
    {"ccpa.yaml", file1, sizeof file1},
    {"common.yaml", file2, sizeof file2},
    {"data-security.yaml", file3, sizeof file3},
    {"facts.yaml", file4, sizeof file4},
    {"gdpr.yaml", file5, sizeof file5},
    {"hipaa.yaml", file6, sizeof file6},
    {"lgpd.yaml", file7, sizeof file7},
    {"regions.yaml", file8, sizeof file8},
    {"whatsapp-content.yaml", file9, sizeof file9},
    {"whatsapp-templates.yaml", file10, sizeof file10},
};

const struct proviso_policy *proviso_policy_at(size_t number) {
  return number < sizeof policies / sizeof policies[0] ? &policies[number] : NULL;
}
